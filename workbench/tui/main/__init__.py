"""The main screen: what it is made of (`board`), and its keys, taken up by what they are for."""
