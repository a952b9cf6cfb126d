using System.Globalization;
using System.Text;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>
/// What the documents of an item type have: the key, the texts of its trigram indexes, and the values of their scopes. Each text is there
/// as it is and folded, so that OpenSearch finds every fragment that the trigram index finds.
/// </summary>
internal sealed class DocumentModel
{
    public const string PartitionField = "pk";
    public const string SortField = "sk";
    public const string TextField = "text";
    public const string FoldedField = "folded";
    public const string ScopeField = "scope";

    private readonly TrigramModel trigrams;

    public DocumentModel(TrigramModel trigrams)
    {
        this.trigrams = trigrams;
        Texts = Distinct(trigrams.Indexes.Select(static index => index.Text));
        Scopes = Distinct(trigrams.Indexes.SelectMany(static index => index.Scope));
    }

    /// <summary>The members whose texts are searched, with their fields.</summary>
    public IReadOnlyList<(MemberValue Member, string Field)> Texts { get; }

    /// <summary>The members that searches have as scopes, with their fields.</summary>
    public IReadOnlyList<(MemberValue Member, string Field)> Scopes { get; }

    /// <summary>Whether an item has a text, and so a document.</summary>
    public bool HasDocument(object item) => Texts.Any(text => text.Member.ValueOf(item).Text is not null);

    /// <summary>
    /// Whether two items with the same key have the same document. An item that is expired for reads has none, so one that lives longer
    /// than it did needs its document again.
    /// </summary>
    public bool HaveSameDocument(object one, object other) =>
        Texts.Concat(Scopes).All(part => part.Member.ValueOf(one) == part.Member.ValueOf(other))
        && trigrams.Expires?.ValueOf(one) == trigrams.Expires?.ValueOf(other);

    /// <summary>
    /// The name of a member's field: its attribute's name. OpenSearch reads a dot as a path, and other characters as patterns or boosts, so
    /// everything but letters, digits, hyphens and underscores is encoded as in a URL.
    /// </summary>
    public static string FieldOf(MemberValue member)
    {
        var field = new StringBuilder();
        foreach (var one in Encoding.UTF8.GetBytes(member.AttributeName))
        {
            if (char.IsAsciiLetterOrDigit((char)one) || (char)one is '_' or '-')
                field.Append((char)one);
            else
                field.Append(CultureInfo.InvariantCulture, $"%{one:X2}");
        }

        return field.ToString();
    }

    /// <summary>The value of a scope's member as the document has it: a keyword of limited length.</summary>
    public static string KeywordOf(KeyValue value) => ValueKey.Of("", [value]);

    private static List<(MemberValue Member, string Field)> Distinct(IEnumerable<MemberValue> members) =>
        [.. members.DistinctBy(static member => member.AttributeName).Select(static member => (member, FieldOf(member)))];
}
