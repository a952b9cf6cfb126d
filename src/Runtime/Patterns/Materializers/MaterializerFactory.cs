namespace DynamoToolkit.Patterns.Materializers;

/// <summary>Creates the materializers of members.</summary>
/// <param name="client">The client.</param>
internal sealed class MaterializerFactory(DynamoClient client) : IMaterializedVisitor<Materializer>
{
    /// <inheritdoc/>
    public Materializer Visit<TParent, TChild>(MaterializedMap<TParent, TChild> map)
        where TParent : IItem<TParent>
        where TChild : IItem<TChild>
        => new MapMaterializer<TParent, TChild>(client, map);

    /// <inheritdoc/>
    public Materializer Visit<TParent, TChild>(MaterializedCount<TParent, TChild> count)
        where TParent : IItem<TParent>
        where TChild : IItem<TChild>
        => new CountMaterializer<TParent, TChild>(client, count);

    /// <summary>The materializers of all members of a type.</summary>
    public IReadOnlyList<Materializer> Of(TableModel model) => [.. model.Materialized.Select(member => member.Accept(this))];
}
