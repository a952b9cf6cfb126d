using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Operations.Streams;

/// <summary>The errors that only streams have.</summary>
internal static class StreamErrors
{
    /// <summary>The request wants a record that is too old.</summary>
    public static DynamoError Trimmed() => new(
        DynamoError.ServiceType("TrimmedDataAccessException"),
        "The operation attempted to read past the oldest stream record in a shard");

    /// <summary>The iterator is too old.</summary>
    public static DynamoError Expired() => new(
        DynamoError.ServiceType("ExpiredIteratorException"),
        $"The shard iterator has expired. An iterator is valid for {ShardIterator.Lifetime.TotalMinutes:0} minutes");

    /// <summary>The text is not an iterator.</summary>
    public static DynamoError InvalidIterator() => DynamoError.Validation("Invalid ShardIterator");
}
