"""Corpora: many documents read by several processes into sharded files, exactly, through any interruption."""
