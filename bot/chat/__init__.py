"""What is said in chat: who it is, what is meant, which card answers."""
