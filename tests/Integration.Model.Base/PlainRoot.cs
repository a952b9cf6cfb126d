namespace DynamoToolkit.Integration.Model.Base;

/// <summary>Members that get their attributes on a later level.</summary>
public abstract class PlainRoot
{
    public abstract Guid Id { get; init; }

    public abstract long Number { get; init; }

    public abstract DateTimeOffset? Expires { get; set; }

    public abstract ExtraAttributes? Extra { get; set; }
}
