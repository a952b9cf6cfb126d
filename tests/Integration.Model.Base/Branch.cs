namespace DynamoToolkit.Integration.Model.Base;

/// <summary>The second of three levels: overrides all that the first has, and has as much itself.</summary>
public abstract class Branch : Root
{
    [DynamoAttribute("branch_name")]
    public virtual string? BranchName { get; set; }

    [DynamoAttribute(EnumStorage = EnumStorage.Number)]
    public virtual DayOfWeek BranchDay { get; set; }

    [DynamoConverter(typeof(Backwards))]
    public virtual long BranchNumber { get; set; }

    [DynamoDefault(7)]
    public virtual int BranchLimit { get; set; }

    [DynamoFlatten(Prefix = "branch_")]
    public virtual Spot? BranchSpot { get; set; }

    [DynamoIgnore]
    public virtual string? BranchSecret { get; set; }

    public override DayOfWeek RootDay { get; set; }

    public override long RootNumber { get; set; }

    public override int RootLimit { get; set; }

    public override Spot? RootSpot { get; set; }

    public override string? RootSecret { get; set; }

    public Guid BranchId { get; private set; } = Guid.NewGuid();

    public Guid BranchFixed { get; } = Guid.NewGuid();

    public List<string> BranchLines { get; private init; } = [];

    public int BranchInternal { get; internal set; }

    public int? BranchBoth { get; private protected set; }

    [DynamoAttribute]
    protected string? BranchProtected { get; set; }

    [DynamoAttribute]
    protected int BranchField;
}
