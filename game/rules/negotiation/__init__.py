"""The rules of the conversation: who can be talked to, what is granted, accepted, kept, and what ends the talking."""
