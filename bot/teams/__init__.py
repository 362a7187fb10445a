"""The Bot Framework over HTTP: who may call, what is called, the shapes of both."""
