package daybook.http;

import daybook.config.LoggingSettings;
import daybook.config.ServerSettings;

/**
 * How the HTTP server behaves.
 *
 * @param server where it listens and what a stranger may send
 * @param logging what is written about requests
 * @param retryAfter whether an answer of 429 or 503 says when to come again
 * @param blockingThreads threads that wait for the store
 * @param readOnEventLoop whether short pages are read by the thread that serves the socket instead,
 *     which saves two handovers a request
 */
public record HttpOptions(
    ServerSettings server,
    LoggingSettings logging,
    boolean retryAfter,
    int blockingThreads,
    boolean readOnEventLoop) {}
