namespace DynamoToolkit.Local.Expressions;

/// <summary>One step of a document path: a member's name, or a place in a list.</summary>
internal readonly record struct PathElement(string? Name, int Index)
{
    /// <summary>Whether the step goes into a list.</summary>
    public bool IsIndex => Name is null;

    public static PathElement Member(string name) => new(name, 0);

    public static PathElement At(int index) => new(null, index);

    public override string ToString() => Name ?? $"[{Index}]";
}
