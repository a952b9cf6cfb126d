namespace DynamoToolkit.Local.Tests.Kit;

/// <summary>A clock that tests set.</summary>
internal sealed class ManualTime : TimeProvider
{
    /// <summary>The time.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
