namespace DynamoToolkit.Integration.Model.Base;

/// <summary>Implements members that get their attributes on the third level.</summary>
public abstract class PlainBranch : PlainRoot
{
    public override Guid Id { get; init; }

    public override long Number { get; init; }

    public override DateTimeOffset? Expires { get; set; }

    public override ExtraAttributes? Extra { get; set; }
}
