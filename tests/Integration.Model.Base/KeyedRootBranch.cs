namespace DynamoToolkit.Integration.Model.Base;

/// <summary>Overrides members whose attributes are on the first level.</summary>
public abstract class KeyedRootBranch : KeyedRoot
{
    public override Guid Id { get; init; }

    public override long Number { get; init; }

    public override DateTimeOffset? Expires { get; set; }

    public override ExtraAttributes? Extra { get; set; }
}
