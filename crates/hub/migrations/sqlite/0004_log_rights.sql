-- Asked at every catching up: did this agent's rights change since?
CREATE INDEX log_rights ON log (id, change) WHERE kind = 'rights';
