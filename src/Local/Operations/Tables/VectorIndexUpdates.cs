using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>Reads <c>VectorIndexUpdates</c>.</summary>
internal static class VectorIndexUpdates
{
    /// <summary>The name of the parameter.</summary>
    public const string Parameter = "VectorIndexUpdates";

    private static readonly string[] Actions = ["Create", "Delete"];

    /// <summary>Checks the constraints.</summary>
    public static void CheckConstraints(Fields fields, Constraints constraints)
    {
        var number = 0;
        foreach (var update in fields.Structures(Parameter))
        {
            var path = $"vectorIndexUpdates.{++number}.member";
            if (update.Structure("Create") is { } create)
                VectorIndexReader.CheckIndex(create, constraints, $"{path}.create");
            if (update.Structure("Delete") is { } delete)
                TableConstraints.CheckIndexName(delete, constraints, $"{path}.delete");
        }
    }

    /// <summary>The vector indexes of a table after the updates.</summary>
    /// <param name="fields">The request.</param>
    /// <param name="schema">The table before the request.</param>
    /// <param name="indexes">The secondary indexes after the request.</param>
    /// <param name="attributes">The attributes that the request declares.</param>
    public static List<VectorIndexSchema> Apply(
        Fields fields,
        TableSchema schema,
        IReadOnlyList<IndexSchema> indexes,
        IReadOnlyList<(string Name, ValueKind Kind)> attributes)
    {
        var updates = fields.Structures(Parameter);
        CheckActions(updates, IndexUpdates.CountCreatedAndDeleted(fields));
        var vectors = schema.VectorIndexes.ToList();
        foreach (var update in updates)
        {
            if (update.Structure("Create") is { } create)
                Create(create, vectors, schema, indexes, attributes);
            if (update.Structure("Delete") is { } delete)
                Delete(delete.Text("IndexName")!, vectors, indexes);
        }

        return vectors;
    }

    private static void CheckActions(List<Fields> updates, int others)
    {
        foreach (var update in updates)
        {
            switch (Array.FindAll(Actions, update.Has).Length)
            {
                case 0:
                    throw DynamoError.InvalidParameter("One of VectorIndexUpdate.Create, VectorIndexUpdate.Delete must not be null");
                case > 1:
                    throw DynamoError.InvalidParameter("Only one vector index action is allowed per VectorIndexUpdate object");
            }
        }

        if (updates.Count > 0 && updates.Count + others > 1)
            throw IndexUpdates.TooManyChanges();
    }

    private static void Create(
        Fields create,
        List<VectorIndexSchema> vectors,
        TableSchema schema,
        IReadOnlyList<IndexSchema> indexes,
        IReadOnlyList<(string Name, ValueKind Kind)> attributes)
    {
        var index = VectorIndexReader.Read(create, schema.Keys, attributes);
        if (vectors.Exists(known => known.Name == index.Name) || indexes.Any(known => known.Name == index.Name))
            throw DynamoError.Validation($"Attempting to create an index which already exists: {index.Name}");
        if (vectors.Count >= VectorIndexReader.MaxIndexes)
        {
            throw DynamoError.LimitExceeded(
                $"Subscriber limit exceeded: Number of vector secondary indexes exceeds per-table limit of {VectorIndexReader.MaxIndexes}");
        }

        CheckVectorAttribute(index, schema, attributes);
        vectors.Add(index);
    }

    // If the request declares the attribute, that is its mistake.
    private static void CheckVectorAttribute(
        VectorIndexSchema index, TableSchema schema, IReadOnlyList<(string Name, ValueKind Kind)> attributes)
    {
        var name = index.VectorAttribute;
        if (attributes.Any(attribute => attribute.Name == name) || !schema.Attributes.Any(attribute => attribute.Name == name))
            return;

        throw DynamoError.InvalidParameter(
            "Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. "
            + $"Existing schema: Schema:[SchemaElement: {schema.DescribeKey(name)}] "
            + $"New schema: VectorIndexSchema:[VectorAttribute: key{{{name}:L:{index.Dimensions}}}]");
    }

    private static void Delete(string name, List<VectorIndexSchema> vectors, IReadOnlyList<IndexSchema> indexes)
    {
        if (vectors.RemoveAll(index => index.Name == name) > 0)
            return;

        throw indexes.Any(index => index.Name == name)
            ? DynamoError.Validation($"Cannot delete an index that is not a VectorIndex: {name}")
            : DynamoError.ResourceNotFound();
    }
}
