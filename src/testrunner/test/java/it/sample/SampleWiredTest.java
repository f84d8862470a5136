package it.sample;

/** Stands for a wired test; its methods would run in the product only. */
public final class SampleWiredTest {}
