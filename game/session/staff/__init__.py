"""What stock commanders share: how they read a View, how often they say a thing, how they hold a conversation."""
