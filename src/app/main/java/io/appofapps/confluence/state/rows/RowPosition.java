package io.appofapps.confluence.state.rows;

/**
 * Where a connection's rows stand as one node knows.
 *
 * @param leading whether this node writes them
 * @param feed number of the last change that is in both rows and memory
 * @param floor followers older than this read everything anew
 * @param backlog changed resources whose rows are still to be written
 */
public record RowPosition(boolean leading, long feed, long floor, int backlog) {}
