namespace DynamoToolkit.Shared.Model;

/// <summary>A key attribute of a table or an index.</summary>
internal sealed record KeySpec
{
    /// <summary>The attribute's name.</summary>
    public required string AttributeName { get; init; }

    /// <summary>S, N or B.</summary>
    public required WireType Wire { get; init; }

    /// <summary>The member whose own attribute is the key; null for a composed key.</summary>
    public string? Member { get; init; }

    /// <summary>The template of a composed key; one member part when <see cref="Member"/> is set.</summary>
    public required EquatableArray<TemplatePartSpec> Parts { get; init; }

    /// <summary>The write shards over which the key's items are spread; null if they are not.</summary>
    public ShardSpec? Shard { get; init; }

    /// <summary>The key without its shards: what a query of the whole key takes.</summary>
    public KeySpec Whole => this with { Shard = null };

    /// <summary>The members on which the key depends, in the order in which they come up; a member may come up twice.</summary>
    public IEnumerable<string> Members => Parts.Select(part => part.Member).OfType<string>().Concat(Shard?.Members ?? default);

    /// <summary>Whether a mistake keeps the key from being known, as in a skeleton.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Stands for a key that has a mistake.</summary>
    public static KeySpec Unknown { get; } = new() { AttributeName = "", Wire = WireType.S, Parts = default, IsUnknown = true };

    /// <summary>The literal text before the first member and after it; of a template with one member, all text.</summary>
    public (string Before, string After) TextAround()
    {
        var position = Parts.ToList().FindIndex(part => part.Member is not null);
        return (Text(Parts.Take(position)), Text(Parts.Skip(position + 1)));

        static string Text(IEnumerable<TemplatePartSpec> parts) => string.Concat(parts.Select(part => part.Literal));
    }

    /// <summary>Whether the key is an attribute of its own, composed from a template.</summary>
    public bool IsComposed => Member is null;
}
