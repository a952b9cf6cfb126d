namespace DynamoToolkit;

/// <summary>What one call of a sweep did.</summary>
public record SweepResult
{
    /// <summary>
    /// Where to continue: pass it as <see cref="SweepOptions.From"/>. Null after the last page. It is plain text, to be stored between
    /// processes.
    /// </summary>
    public string? Next { get; init; }

    /// <summary>How many items of the type the call looked at.</summary>
    public long Scanned { get; init; }

    /// <summary>The capacity units, read and write units together, that the call used.</summary>
    public double CapacityUnits { get; init; }
}
