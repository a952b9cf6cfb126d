namespace TrackingStore.Endpoints.GraphQl;

/// <summary>The type of a field of MLflow's schema.</summary>
/// <param name="Name">The name of the type.</param>
/// <param name="IsList">Whether the field is a list of it.</param>
internal readonly record struct GraphQlType(string Name, bool IsList)
{
    /// <summary>64-bit integers, which GraphQL's clients get as strings.</summary>
    public const string Long = "LongString";

    /// <summary>Doubles, of which NaN and the infinities are null.</summary>
    public const string Float = "Float";

    /// <summary>Texts, and the names of enums.</summary>
    public const string Text = "String";

    /// <summary>True or false.</summary>
    public const string Truth = "Boolean";

    /// <summary>Reads <c>Name</c> or <c>[Name]</c>.</summary>
    public static GraphQlType Of(string text) => text[0] == '[' ? new GraphQlType(text[1..^1], true) : new GraphQlType(text, false);
}
