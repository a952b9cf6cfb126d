namespace DynamoToolkit.Local;

/// <summary>A fault to inject: what, where and how often.</summary>
public sealed class LocalFault
{
    /// <summary>Defines a fault that strikes every request.</summary>
    /// <param name="kind">What it does.</param>
    public LocalFault(FaultKind kind) => Kind = kind;

    /// <summary>What it does.</summary>
    public FaultKind Kind { get; }

    /// <summary>The names of the operations that it strikes, such as <c>PutItem</c>; empty for all.</summary>
    public IReadOnlyCollection<string> Operations { get; init; } = [];

    /// <summary>The table whose requests it strikes; null for all. Requests on several tables are struck if they name it.</summary>
    public string? TableName { get; init; }

    /// <summary>The probability with which it strikes a request, an item of a batch or an action of a transaction: 0 to 1.</summary>
    public double Rate
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A fault's rate is a probability from 0 to 1.");
    } = 1;

    /// <summary>How often it strikes at most; null for any number of times.</summary>
    public int? Count { get; init; }

    /// <summary>By how much <see cref="FaultKind.Latency"/> delays a request, on the engine's clock.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(100);
}
