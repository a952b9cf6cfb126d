namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>A clock that stands still.</summary>
internal sealed class FixedClock : TimeProvider
{
    /// <summary>The time.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
