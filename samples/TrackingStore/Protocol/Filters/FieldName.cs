namespace TrackingStore.Protocol.Filters;

/// <summary>The parts of an identifier in a filter or order: <c>metrics.loss</c>, or an attribute alone.</summary>
/// <param name="Entity">What stands before the dot; null for an attribute alone.</param>
/// <param name="Key">What stands behind it.</param>
internal readonly record struct FieldName(string? Entity, string Key)
{
    /// <summary>Whether an entity is a tag; otherwise it is an attribute.</summary>
    /// <exception cref="MlflowException">It is neither.</exception>
    public static bool IsTag(string? entity) => entity switch
    {
        "tag" or "tags" => true,
        null or "attribute" => false,
        _ => throw MlflowException.Invalid($"Invalid entity type '{entity}'. Valid entity types are ['attribute', 'tag', 'tags']"),
    };

    /// <summary>Takes an identifier apart. A dot inside quotes belongs to the key.</summary>
    public static FieldName Of(Token identifier)
    {
        var dot = identifier.Source[0] is '`' or '"' ? -1 : identifier.Text.IndexOf('.');
        return dot < 0 ? new FieldName(null, identifier.Text) : new FieldName(identifier.Text[..dot], identifier.Text[(dot + 1)..]);
    }
}
