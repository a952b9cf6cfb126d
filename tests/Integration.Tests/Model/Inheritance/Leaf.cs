using DynamoToolkit.Integration.Model.Base;

namespace DynamoToolkit.Integration.Tests.Model.Inheritance;

/// <summary>
/// The third of three levels, in another assembly: overrides what both have, one accessor of some, and has as much itself.
/// </summary>
[DynamoTable("leaves"), PartitionKey("{RootId}#{Own}")]
public sealed partial class Leaf : Branch
{
    public Guid Own { get; private set; } = Guid.NewGuid();

    [DynamoAttribute("leaf_name")]
    public string? LeafName { get; set; }

    [DynamoAttribute(EnumStorage = EnumStorage.Number)]
    public DayOfWeek LeafDay { get; set; }

    [DynamoConverter(typeof(Backwards))]
    public long LeafNumber { get; set; }

    [DynamoDefault(7)]
    public int LeafLimit { get; set; }

    [DynamoFlatten(Prefix = "leaf_")]
    public Spot? LeafSpot { get; set; }

    [DynamoIgnore]
    public string? LeafSecret { get; set; }

    public override DayOfWeek BranchDay { get; set; }

    public override long BranchNumber { get; set; }

    public override int BranchLimit { get; set; }

    public override Spot? BranchSpot { get; set; }

    public override string? BranchSecret { get; set; }

    public override string? RootName
    {
        get => base.RootName;
    }

    public override DayOfWeek RootDay { get; set; }

    public override long RootNumber
    {
        set => base.RootNumber = value;
    }

    public override int RootLimit { get; set; }

    public override string? RootSecret { get; set; }
}
