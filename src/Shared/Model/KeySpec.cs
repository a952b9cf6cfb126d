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

    /// <summary>Whether the key is an attribute of its own, composed from a template.</summary>
    public bool IsComposed => Member is null;
}
