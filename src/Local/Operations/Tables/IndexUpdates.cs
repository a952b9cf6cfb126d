using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>Reads <c>GlobalSecondaryIndexUpdates</c>.</summary>
internal static class IndexUpdates
{
    private const string Parameter = "GlobalSecondaryIndexUpdates";

    /// <summary>Checks the constraints.</summary>
    public static void CheckConstraints(Fields fields, Constraints constraints)
    {
        var number = 0;
        foreach (var update in fields.Structures(Parameter))
        {
            var path = $"globalSecondaryIndexUpdates.{++number}.member";
            if (update.Structure("Create") is { } create)
                TableConstraints.CheckIndex(create, constraints, $"{path}.create", TableConstraints.MaxGlobalKeyElements);
            if (update.Structure("Update") is { } change)
                CheckChange(change, constraints, $"{path}.update");
            if (update.Structure("Delete") is { } delete)
                TableConstraints.CheckIndexName(delete, constraints, $"{path}.delete");
        }
    }

    /// <summary>The indexes of a table after the updates.</summary>
    public static List<IndexSchema> Apply(
        Fields fields, TableSchema schema, List<(string Name, ValueKind Kind)> attributes, bool onDemand)
    {
        var indexes = schema.Indexes.ToList();
        foreach (var update in fields.Structures(Parameter))
        {
            if (!update.Has("Create") && !update.Has("Update") && !update.Has("Delete"))
            {
                throw DynamoError.InvalidParameter(
                    "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete "
                    + "must not be null");
            }

            if (update.Structure("Create") is { } create)
                Create(create, indexes, schema, attributes, onDemand);
            if (update.Structure("Update") is { } change)
                Change(change, indexes, schema, onDemand);
            if (update.Structure("Delete") is { } delete)
                indexes.RemoveAt(Find(indexes, delete.Text("IndexName")!));
        }

        return indexes;
    }

    private static void Create(
        Fields create, List<IndexSchema> indexes, TableSchema schema, List<(string Name, ValueKind Kind)> attributes, bool onDemand)
    {
        var index = IndexReader.ReadGlobal(create, schema.Keys, attributes, onDemand);
        if (indexes.Exists(known => known.Name == index.Name))
            throw DynamoError.Validation($"Attempting to create an index which already exists: {index.Name}");
        if (indexes.Count(static known => known.Kind == SecondaryIndexKind.Global) >= IndexReader.MaxGlobalIndexes)
            throw DynamoError.LimitExceeded(IndexReader.TooManyGlobalIndexes);
        indexes.Add(index);
    }

    private static void Change(Fields change, List<IndexSchema> indexes, TableSchema schema, bool onDemand)
    {
        var place = Find(indexes, change.Text("IndexName")!);
        var throughput = BillingReader.ReadThroughput(change)!;
        if (onDemand)
            throw BillingReader.NotOnDemand();
        indexes[place] = indexes[place].With(throughput, schema.Keys);
    }

    private static int Find(List<IndexSchema> indexes, string name)
    {
        var place = indexes.FindIndex(index => index.Kind == SecondaryIndexKind.Global && index.Name == name);
        return place >= 0 ? place : throw DynamoError.ResourceNotFound();
    }

    private static void CheckChange(Fields change, Constraints constraints, string path)
    {
        TableConstraints.CheckIndexName(change, constraints, path);
        constraints.NotNull($"{path}.provisionedThroughput", change.Has("ProvisionedThroughput"));
        TableConstraints.CheckThroughput(change, constraints, $"{path}.provisionedThroughput");
    }
}
