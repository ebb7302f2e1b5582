"""newscli reads Chinese newspaper pages: stories, bylines, places and numeric facts."""
