namespace DynamoToolkit.Integration.Model.Base;

/// <summary>The first of three levels: every attribute of members, to be overridden or inherited, and setters of every kind.</summary>
public abstract class Root
{
    [DynamoAttribute("root_name")]
    public virtual string? RootName { get; set; }

    [DynamoAttribute(EnumStorage = EnumStorage.Number)]
    public virtual DayOfWeek RootDay { get; set; }

    [DynamoConverter(typeof(Backwards))]
    public virtual long RootNumber { get; set; }

    [DynamoDefault(7)]
    public virtual int RootLimit { get; set; }

    [DynamoFlatten(Prefix = "root_")]
    public virtual Spot? RootSpot { get; set; }

    [DynamoIgnore]
    public virtual string? RootSecret { get; set; }

    public Guid RootId { get; private set; } = Guid.NewGuid();

    public Guid RootFixed { get; } = Guid.NewGuid();

    public List<string> RootLines { get; private init; } = [];

    public int RootInternal { get; internal set; }

    public int? RootBoth { get; private protected set; }

    [DynamoAttribute]
    protected string? RootProtected { get; set; }

    [DynamoAttribute]
    protected int RootField;
}
