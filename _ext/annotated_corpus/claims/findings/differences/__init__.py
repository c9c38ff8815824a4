"""The kinds of difference: a module each, which declares its ``KIND``; a new kind is a new module.

What every module must declare is said in :mod:`annotated_corpus.claims.findings.kind`.
"""
