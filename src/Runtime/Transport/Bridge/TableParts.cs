using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Transport.Bridge;

/// <summary>The parts of a request on a table.</summary>
internal static class TableParts
{
    public static AttributeDefinition ReadAttribute(ref Utf8JsonReader reader)
        => RequestFields.Read<AttributeDefinition>(ref reader, Attribute);

    public static KeySchemaElement ReadKey(ref Utf8JsonReader reader) => RequestFields.Read<KeySchemaElement>(ref reader, Key);

    public static ProvisionedThroughput ReadProvisioned(ref Utf8JsonReader reader)
        => RequestFields.Read<ProvisionedThroughput>(ref reader, Provisioned);

    public static OnDemandThroughput ReadOnDemand(ref Utf8JsonReader reader)
        => RequestFields.Read<OnDemandThroughput>(ref reader, OnDemand);

    public static WarmThroughput ReadWarm(ref Utf8JsonReader reader) => RequestFields.Read<WarmThroughput>(ref reader, Warm);

    public static StreamSpecification ReadStream(ref Utf8JsonReader reader) => RequestFields.Read<StreamSpecification>(ref reader, Stream);

    public static SSESpecification ReadEncryption(ref Utf8JsonReader reader)
        => RequestFields.Read<SSESpecification>(ref reader, Encryption);

    public static TimeToLiveSpecification ReadTimeToLive(ref Utf8JsonReader reader) =>
        RequestFields.Read<TimeToLiveSpecification>(ref reader, TimeToLive);

    public static Tag ReadTag(ref Utf8JsonReader reader) => RequestFields.Read<Tag>(ref reader, TagOf);

    private static bool Attribute(AttributeDefinition attribute, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "AttributeName": attribute.AttributeName = reader.GetString(); return true;
            case "AttributeType": attribute.AttributeType = reader.GetString(); return true;
            default: return false;
        }
    }

    private static bool Key(KeySchemaElement key, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "AttributeName": key.AttributeName = reader.GetString(); return true;
            case "KeyType": key.KeyType = reader.GetString(); return true;
            default: return false;
        }
    }

    private static bool Provisioned(ProvisionedThroughput throughput, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "ReadCapacityUnits": throughput.ReadCapacityUnits = reader.GetInt64(); return true;
            case "WriteCapacityUnits": throughput.WriteCapacityUnits = reader.GetInt64(); return true;
            default: return false;
        }
    }

    private static bool OnDemand(OnDemandThroughput throughput, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "MaxReadRequestUnits": throughput.MaxReadRequestUnits = reader.GetInt64(); return true;
            case "MaxWriteRequestUnits": throughput.MaxWriteRequestUnits = reader.GetInt64(); return true;
            default: return false;
        }
    }

    private static bool Warm(WarmThroughput throughput, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "ReadUnitsPerSecond": throughput.ReadUnitsPerSecond = reader.GetInt64(); return true;
            case "WriteUnitsPerSecond": throughput.WriteUnitsPerSecond = reader.GetInt64(); return true;
            default: return false;
        }
    }

    private static bool Stream(StreamSpecification stream, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "StreamEnabled": stream.StreamEnabled = reader.GetBoolean(); return true;
            case "StreamViewType": stream.StreamViewType = reader.GetString(); return true;
            default: return false;
        }
    }

    private static bool Encryption(SSESpecification encryption, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "Enabled": encryption.Enabled = reader.GetBoolean(); return true;
            case "SSEType": encryption.SSEType = reader.GetString(); return true;
            case "KMSMasterKeyId": encryption.KMSMasterKeyId = reader.GetString(); return true;
            default: return false;
        }
    }

    private static bool TimeToLive(TimeToLiveSpecification specification, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "AttributeName": specification.AttributeName = reader.GetString(); return true;
            case "Enabled": specification.Enabled = reader.GetBoolean(); return true;
            default: return false;
        }
    }

    private static bool TagOf(Tag tag, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "Key": tag.Key = reader.GetString(); return true;
            case "Value": tag.Value = reader.GetString(); return true;
            default: return false;
        }
    }
}
