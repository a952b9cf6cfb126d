namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A positional record with a random text as token, and times in seconds.</summary>
[DynamoTable("notes")]
public sealed partial record Note(
    [PartitionKey] string Id,
    string Text,
    [ConcurrencyToken] string? Token = null,
    [CreatedAt] long Created = 0,
    [UpdatedAt] DateTime Changed = default);
