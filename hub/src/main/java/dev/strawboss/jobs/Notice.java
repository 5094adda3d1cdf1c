package dev.strawboss.jobs;

import java.util.Optional;

/// What a client is told of a job that has finished, or that asks something.
///
/// @param number as [Job#number]
/// @param state its wire name
/// @param code why it did not succeed, as its wire name
/// @param asks the open question, if that is the news
public record Notice(
        long number,
        JobId job,
        String title,
        String state,
        Optional<String> code,
        Optional<Question> asks) {
    News news() {
        return asks.map(question -> News.of(number, question)).orElse(News.end(number));
    }
}
