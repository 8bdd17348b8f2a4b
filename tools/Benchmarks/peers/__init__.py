"""Runs IMEIKit and the readers that people would use instead over the same pictures.

`cli` asks every reader for every picture in turn; `child` and `commands` hold the readers' processes and
measure their CPU time; `serve` and `readers` run inside a peer's process; `tokens` and `rows` turn what a
peer read into numbers; `truth` and `score` say which are right; `table` prints.
"""
