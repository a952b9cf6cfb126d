namespace DynamoToolkit.Local.Expressions.Paths;

/// <summary>One step of a document path: the name of a member or the index of a list element.</summary>
internal readonly record struct PathElement(string? Name, int Index)
{
    /// <summary>Whether the step goes into a list.</summary>
    public bool IsIndex => Name is null;

    public static PathElement Member(string name) => new(name, 0);

    public static PathElement At(int index) => new(null, index);

    public override string ToString() => Name ?? $"[{Index}]";
}
