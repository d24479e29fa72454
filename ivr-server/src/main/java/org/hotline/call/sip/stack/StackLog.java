package org.hotline.call.sip.stack;

import gov.nist.core.ServerLogger;
import gov.nist.core.StackLogger;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the SIP stack has to say, as debug lines: it complains of every malformed message, with its text, so that
 * anybody on the network could fill the log. Stands in for log4j 1, which the stack would otherwise ask for. Made by the
 * stack, by name.
 */
public final class StackLog implements StackLogger {
    private static final Logger LOG = LoggerFactory.getLogger(StackLog.class);

    @Override
    public boolean isLoggingEnabled() {
        return LOG.isTraceEnabled();
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        return level == ServerLogger.TRACE_MESSAGES || isLoggingEnabled();
    }

    @Override
    public void logException(Throwable fault) {
        LOG.debug("The SIP stack caught an exception", fault);
    }

    @Override
    public void logError(String message, Exception fault) {
        LOG.debug("The SIP stack caught an exception", fault);
    }

    @Override
    public void logFatalError(String message) {
        LOG.atDebug().addKeyValue("said", message).log("The SIP stack is in trouble");
    }

    @Override
    public void logError(String message) {
        LOG.atTrace().addKeyValue("said", message).log("The SIP stack complains");
    }

    @Override
    public void logWarning(String message) {
        LOG.atTrace().addKeyValue("said", message).log("The SIP stack warns");
    }

    @Override
    public void logInfo(String message) {
        LOG.atTrace().addKeyValue("said", message).log("The SIP stack tells");
    }

    @Override
    public void logDebug(String message) {
        LOG.atTrace().addKeyValue("said", message).log("The SIP stack tells");
    }

    @Override
    public void logTrace(String message) {
        LOG.atTrace().addKeyValue("said", message).log("The SIP stack tells");
    }

    @Override
    public void logStackTrace() {}

    @Override
    public void logStackTrace(int level) {}

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public void disableLogging() {}

    @Override
    public void enableLogging() {}

    @Override
    public void setBuildTimeStamp(String stamp) {}

    @Override
    public void setStackProperties(Properties properties) {}

    @Override
    public String getLoggerName() {
        return LOG.getName();
    }
}
