package org.hotline.supervision.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.InputStream;
import java.lang.reflect.Type;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the contract wants it: what is unknown is absent, times are ISO 8601, unknown fields of a request are refused. */
@SuppressWarnings("TypeParameterUnusedInFormals") // the signatures are Javalin's
final class Json implements io.javalin.json.JsonMapper {
    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(always -> always.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public String toJsonString(Object value, Type type) {
        return mapper.writeValueAsString(value);
    }

    String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    @Override
    public <T> T fromJsonString(String json, Type type) {
        return mapper.readValue(json, mapper.constructType(type));
    }

    @Override
    public <T> T fromJsonStream(InputStream json, Type type) {
        return mapper.readValue(json, mapper.constructType(type));
    }
}
