namespace DynamoToolkit;

/// <summary>How long items of a type are kept.</summary>
/// <param name="name">The policy's name; null for a duration without a name.</param>
/// <param name="minutes">The duration in minutes, unless the options give another one.</param>
public sealed class RetentionModel(string? name, long minutes)
{
    /// <summary>The policy's name; null for a duration without a name.</summary>
    public string? Name { get; } = name;

    /// <summary>The duration, unless the options give another one.</summary>
    public TimeSpan Default { get; } = TimeSpan.FromMinutes(minutes);

    /// <summary>Whether items expire only after <c>ExpireAsync</c> marked them.</summary>
    public bool IsOnDemand { get; init; }

    /// <summary>The duration under a client's policies; null if items are kept for ever.</summary>
    internal TimeSpan? In(IReadOnlyDictionary<string, TimeSpan> policies)
    {
        var duration = Name is not null && policies.TryGetValue(Name, out var chosen) ? chosen : Default;
        return duration == Timeout.InfiniteTimeSpan ? null : duration;
    }
}
