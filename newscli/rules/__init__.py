"""The engine: rules, their examples, overlap resolution and table loading. It knows no Chinese."""
