using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Transport.Bridge;

/// <summary>The indexes in a request on a table.</summary>
internal static class IndexParts
{
    public static GlobalSecondaryIndex ReadGlobal(ref Utf8JsonReader reader)
        => RequestFields.Read<GlobalSecondaryIndex>(ref reader, Global);

    public static LocalSecondaryIndex ReadLocal(ref Utf8JsonReader reader) => RequestFields.Read<LocalSecondaryIndex>(ref reader, Local);

    public static GlobalSecondaryIndexUpdate ReadUpdate(ref Utf8JsonReader reader)
        => RequestFields.Read<GlobalSecondaryIndexUpdate>(ref reader, Update);

    private static bool Global(GlobalSecondaryIndex index, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "IndexName": index.IndexName = reader.GetString(); return true;
            case "KeySchema": index.KeySchema = JsonParts.ReadList(ref reader, TableParts.ReadKey); return true;
            case "Projection": index.Projection = RequestFields.Read<Projection>(ref reader, ProjectionOf); return true;
            case "ProvisionedThroughput": index.ProvisionedThroughput = TableParts.ReadProvisioned(ref reader); return true;
            case "OnDemandThroughput": index.OnDemandThroughput = TableParts.ReadOnDemand(ref reader); return true;
            case "WarmThroughput": index.WarmThroughput = TableParts.ReadWarm(ref reader); return true;
            default: return false;
        }
    }

    private static bool Local(LocalSecondaryIndex index, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "IndexName": index.IndexName = reader.GetString(); return true;
            case "KeySchema": index.KeySchema = JsonParts.ReadList(ref reader, TableParts.ReadKey); return true;
            case "Projection": index.Projection = RequestFields.Read<Projection>(ref reader, ProjectionOf); return true;
            default: return false;
        }
    }

    private static bool Update(GlobalSecondaryIndexUpdate update, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "Create": update.Create = RequestFields.Read<CreateGlobalSecondaryIndexAction>(ref reader, Create); return true;
            case "Update": update.Update = RequestFields.Read<UpdateGlobalSecondaryIndexAction>(ref reader, Change); return true;
            case "Delete": update.Delete = RequestFields.Read<DeleteGlobalSecondaryIndexAction>(ref reader, Delete); return true;
            default: return false;
        }
    }

    private static bool Create(CreateGlobalSecondaryIndexAction action, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "IndexName": action.IndexName = reader.GetString(); return true;
            case "KeySchema": action.KeySchema = JsonParts.ReadList(ref reader, TableParts.ReadKey); return true;
            case "Projection": action.Projection = RequestFields.Read<Projection>(ref reader, ProjectionOf); return true;
            case "ProvisionedThroughput": action.ProvisionedThroughput = TableParts.ReadProvisioned(ref reader); return true;
            case "OnDemandThroughput": action.OnDemandThroughput = TableParts.ReadOnDemand(ref reader); return true;
            case "WarmThroughput": action.WarmThroughput = TableParts.ReadWarm(ref reader); return true;
            default: return false;
        }
    }

    private static bool Change(UpdateGlobalSecondaryIndexAction action, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "IndexName": action.IndexName = reader.GetString(); return true;
            case "ProvisionedThroughput": action.ProvisionedThroughput = TableParts.ReadProvisioned(ref reader); return true;
            case "OnDemandThroughput": action.OnDemandThroughput = TableParts.ReadOnDemand(ref reader); return true;
            case "WarmThroughput": action.WarmThroughput = TableParts.ReadWarm(ref reader); return true;
            default: return false;
        }
    }

    private static bool Delete(DeleteGlobalSecondaryIndexAction action, string name, ref Utf8JsonReader reader)
    {
        if (name != "IndexName")
            return false;
        action.IndexName = reader.GetString();
        return true;
    }

    private static bool ProjectionOf(Projection projection, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "ProjectionType": projection.ProjectionType = reader.GetString(); return true;
            case "NonKeyAttributes": projection.NonKeyAttributes = JsonParts.ReadStrings(ref reader); return true;
            default: return false;
        }
    }
}
