package org.hotline.supervision.web;

import io.javalin.http.Context;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.hotline.call.CallId;
import tools.jackson.core.JacksonException;

/** Reads requests; what is not understood is a {@link Problem} that names the field. */
final class Requests {
    private Requests() {}

    static <T> T body(Context request, Class<T> type) {
        try {
            T body = request.bodyAsClass(type);
            if (body != null) {
                checkComplete(body);
                return body;
            }
        } catch (JacksonException unreadable) {
            // the same answer as for an empty body
        }
        throw bad("the body is not the JSON that is expected here");
    }

    /** What is not optional must be there. */
    private static void checkComplete(Object body) {
        for (RecordComponent part : body.getClass().getRecordComponents()) {
            try {
                if (part.getAccessor().invoke(body) == null) {
                    throw bad(part.getName() + " is missing");
                }
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    static Optional<String> text(Context request, String name) {
        return Optional.ofNullable(request.queryParam(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    static Optional<Instant> instant(Context request, String name) {
        try {
            return text(request, name).map(Instant::parse);
        } catch (DateTimeParseException wrong) {
            throw bad(name + " must be a moment such as 2026-11-20T00:00:00Z");
        }
    }

    static Optional<LocalDate> day(Context request, String name) {
        try {
            return text(request, name).map(LocalDate::parse);
        } catch (DateTimeParseException wrong) {
            throw bad(name + " must be a day such as 2026-11-20");
        }
    }

    static int number(Context request, String name, int otherwise, int most) {
        try {
            int number = text(request, name).map(Integer::parseInt).orElse(otherwise);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException wrong) {
            // the same answer as for a number out of range
        }
        throw bad(name + " must be a whole number from 1 to " + most);
    }

    static CallId callId(String text) {
        try {
            return new CallId(text);
        } catch (IllegalArgumentException wrong) {
            throw noSuchCall();
        }
    }

    static Problem noSuchCall() {
        return new Problem(
                Problem.Code.NO_SUCH_CALL, "no call has this id, or its record is past retention", "check the address");
    }

    static Problem bad(String detail) {
        return new Problem(Problem.Code.BAD_REQUEST, detail, "see /api/openapi.yaml");
    }
}
