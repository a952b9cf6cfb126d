using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>Reads <c>GlobalSecondaryIndexUpdates</c>.</summary>
internal static class IndexUpdates
{
    private const string Parameter = "GlobalSecondaryIndexUpdates";
    private static readonly string[] Actions = ["Create", "Update", "Delete"];

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
        var updates = fields.Structures(Parameter);
        CheckActions(updates);
        var indexes = schema.Indexes.ToList();
        foreach (var update in updates)
        {
            if (update.Structure("Create") is { } create)
                Create(create, indexes, schema, attributes, onDemand);
            if (update.Structure("Update") is { } change)
                Change(change, indexes, schema, onDemand);
            if (update.Structure("Delete") is { } delete)
                indexes.RemoveAt(Find(indexes, schema, delete.Text("IndexName")!, "delete"));
        }

        if (!onDemand && indexes.Find(IsWithoutThroughput) is { } index)
            throw IndexReader.MissingThroughput(index.Name);
        return indexes;
    }

    /// <summary>How many global indexes a request creates or deletes.</summary>
    public static int CountCreatedAndDeleted(Fields fields) => fields.Structures(Parameter).Count(static update => !update.Has("Update"));

    /// <summary>The error of more than one index to create or delete.</summary>
    public static DynamoError TooManyChanges() => DynamoError.LimitExceeded(
        "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");

    private static void CheckActions(List<Fields> updates)
    {
        foreach (var update in updates)
        {
            switch (Array.FindAll(Actions, update.Has).Length)
            {
                case 0:
                    throw DynamoError.InvalidParameter(
                        "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete "
                        + "must not be null");
                case > 1:
                    throw DynamoError.InvalidParameter(
                        "Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object");
            }
        }

        if (updates.Count(static update => !update.Has("Update")) > 1)
            throw TooManyChanges();

        var changed = updates.Select(static update => update.Structure("Update")?.Text("IndexName")).Where(static name => name is not null);
        if (changed.GroupBy(static name => name).FirstOrDefault(static group => group.Count() > 1) is { } repeated)
        {
            throw DynamoError.InvalidParameter(
                $"Only one global secondary index update per index is allowed simultaneously. Index: {repeated.Key}");
        }
    }

    // So is every index of a table that was on demand, unless the request gives it units.
    private static bool IsWithoutThroughput(IndexSchema index) =>
        index.Kind == SecondaryIndexKind.Global && index.Throughput == Throughput.None;

    private static void Create(
        Fields create, List<IndexSchema> indexes, TableSchema schema, List<(string Name, ValueKind Kind)> attributes, bool onDemand)
    {
        if (attributes.Count == 0)
            throw DynamoError.InvalidParameter($"AttributeDefinitions is not specified for index: {create.Text("IndexName")}");

        var index = IndexReader.ReadGlobal(create, schema.Keys, attributes, onDemand);
        if (indexes.Exists(known => known.Name == index.Name) || schema.VectorIndexes.Any(known => known.Name == index.Name))
            throw DynamoError.Validation($"Attempting to create an index which already exists: {index.Name}");
        if (indexes.Count(static known => known.Kind == SecondaryIndexKind.Global) >= IndexReader.MaxGlobalIndexes)
            throw DynamoError.LimitExceeded(IndexReader.TooManyGlobalIndexes);
        indexes.Add(index);
    }

    private static void Change(Fields change, List<IndexSchema> indexes, TableSchema schema, bool onDemand)
    {
        var name = change.Text("IndexName")!;
        var place = Find(indexes, schema, name, "update");
        var throughput = BillingReader.ReadThroughput(change)!;
        if (onDemand)
        {
            throw DynamoError.InvalidParameter(
                $"Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: {name} when BillingMode is PAY_PER_REQUEST");
        }

        if (indexes[place].Throughput == throughput)
            throw BillingReader.Unchanged($"index {name}", throughput);
        indexes[place] = indexes[place].With(throughput, schema.Keys);
    }

    private static int Find(List<IndexSchema> indexes, TableSchema schema, string name, string action)
    {
        var place = indexes.FindIndex(index => index.Name == name);
        if (place < 0 && !schema.VectorIndexes.Any(index => index.Name == name))
            throw DynamoError.ResourceNotFound();
        return place >= 0 && indexes[place].Kind == SecondaryIndexKind.Global
            ? place
            : throw DynamoError.Validation($"Cannot {action} an index that is not a GlobalSecondaryIndex: {name}");
    }

    private static void CheckChange(Fields change, Constraints constraints, string path)
    {
        TableConstraints.CheckIndexName(change, constraints, path);
        constraints.NotNull($"{path}.provisionedThroughput", change.Has("ProvisionedThroughput"));
        TableConstraints.CheckThroughput(change, constraints, $"{path}.provisionedThroughput");
    }
}
