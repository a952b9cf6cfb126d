using DynamoToolkit.Streams.DeadLetters;

namespace DynamoToolkit.Streams;

/// <summary>A change that a handler could not handle, or a later change of the same item.</summary>
public sealed record DeadLetter
{
    /// <summary>The handler's name.</summary>
    public required string Handler { get; init; }

    /// <summary>The item's key, for people.</summary>
    public required string Item { get; init; }

    /// <summary>The position of the change.</summary>
    public required SequenceNumber SequenceNumber { get; init; }

    /// <summary>The exception of the last attempt; empty for a change that only waits for an earlier one.</summary>
    public string Reason { get; init; } = "";

    /// <summary>How often the handler has tried; 0 for a change that only waits for an earlier one.</summary>
    public long Attempts { get; init; }

    /// <summary>When the letter was written.</summary>
    public DateTimeOffset ParkedAt { get; init; }

    /// <summary>The record in the JSON of the stream, with the key and both images.</summary>
    public string Record { get; init; } = "";

    internal static DeadLetter Of(LetterItem letter) => new()
    {
        Handler = letter.Handler,
        Item = letter.Item,
        SequenceNumber = SequenceNumber.Parse(letter.Sort),
        Reason = letter.Reason,
        Attempts = letter.Attempts,
        ParkedAt = letter.ParkedAt ?? default,
        Record = letter.Record ?? "",
    };
}
