namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>
/// An item that is built in every way: constructor, setters of each kind, fields, defaults, base class. Keeps unknown attributes.
/// </summary>
[DynamoTable("made"), DynamoNaming(NamingPolicy.SnakeCase)]
[PartitionKey("MADE#{CreatedBy}#{Id}")]
public sealed partial class Made(Guid id, long limit = 10, string? note = "none") : Entity
{
    [DynamoAttribute]
    private string? secret;

    [DynamoAttribute("counted")]
    internal int hits;

    public Guid Id { get; } = id;

    public long Limit { get; } = limit;

    public string? Note { get; private set; } = note;

    public List<string> Log { get; init; } = ["made"];

    public int? Never { get; set; } = 4;

    [DynamoDefault(7)]
    public long? Maybe { get; set; }

    [DynamoDefault("00:05:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(1);

    [DynamoDefault(RunStatus.Failed)]
    public required RunStatus Status { get; set; }

    [DynamoAttribute("search")]
    public string Searched => $"{Note}{secret}{hits}";

    [DynamoIgnore]
    public bool IsSelected { get; set; }

    [DynamoExtra]
    public ExtraAttributes? Extra { get; init; }

    public void Hide(string? text) => secret = text;

    public void Rename(string? text) => Note = text;
}
