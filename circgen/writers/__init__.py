"""Writers print the document model; they decide nothing about its words."""
