namespace DynamoToolkit.Shared.Schema;

/// <summary>A fact about what is stored, as a line of the baseline: <c>owner: subject = value</c>.</summary>
/// <param name="Owner">Whom the fact is about: <c>table tracking</c>, <c>item Run</c>, <c>map Size</c> or <c>enum Status</c>.</param>
/// <param name="Subject">What the fact is about: <c>attribute endTime</c>.</param>
/// <param name="Value">The fact; null if the subject says it all.</param>
internal sealed record SchemaLine(string Owner, string Subject, string? Value)
{
    private const string AfterOwner = ": ";
    private const string BeforeValue = " = ";

    private static readonly Dictionary<string, string[]> Subjects = new()
    {
        ["table"] = ["key", "global index ", "local index ", "time to live"],
        ["item"] =
        [
            "table", "partition key", "sort key", "index ", "shards", "discriminator", "attribute ", "flattened ", "versions", "unique ",
            "trigrams ", "counter ",
        ],
        ["map"] = ["discriminator", "attribute ", "flattened "],
        ["enum"] = ["name ", "number "],
    };

    /// <summary>Owner and subject, of which a baseline has one line.</summary>
    public string Key => Owner + AfterOwner + Subject;

    /// <summary>The line.</summary>
    public string Text => Value is null ? Key : Key + BeforeValue + Value;

    /// <summary>The first word of the owner.</summary>
    public string Kind => Owner.Substring(0, Owner.IndexOf(' '));

    /// <summary>The owner without its first word.</summary>
    public string OwnerName => Owner.Substring(Owner.IndexOf(' ') + 1);

    /// <summary>Takes a line apart; null if it is not one.</summary>
    public static SchemaLine? Parse(string text)
    {
        var ownerEnd = text.IndexOf(AfterOwner, StringComparison.Ordinal);
        var kindEnd = text.IndexOf(' ');
        if (ownerEnd < 0 || kindEnd < 0 || kindEnd + 1 >= ownerEnd || !Subjects.TryGetValue(text.Substring(0, kindEnd), out var subjects))
            return null;
        var rest = text.Substring(ownerEnd + AfterOwner.Length);
        if (!SchemaText.TryFind(rest, BeforeValue, out var valueAt))
            return null;
        var subject = valueAt < 0 ? rest : rest.Substring(0, valueAt);
        var isKnown = subjects.Any(known =>
            known.EndsWith(" ", StringComparison.Ordinal) ? IsNamed(subject, known) : subject == known || IsNamed(subject, known + " of "));
        var value = valueAt < 0 ? null : rest.Substring(valueAt + BeforeValue.Length);
        return isKnown && value != "" ? new SchemaLine(text.Substring(0, ownerEnd), subject, value) : null;
    }

    private static bool IsNamed(string subject, string beginning) =>
        subject.Length > beginning.Length && subject.StartsWith(beginning, StringComparison.Ordinal);
}
