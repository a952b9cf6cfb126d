using System.Collections.Generic;
using DynamoToolkit;

/// <summary>A contact in the global namespace, with names in snake case.</summary>
[DynamoTable("contacts"), DynamoNaming(NamingPolicy.SnakeCase)]
[GlobalIndex("byName", "{OwnerId}", "{LastName}#{FirstName}", SortAttributeName = "by_name")]
public partial class Contact
{
    [PartitionKey]
    public required string OwnerId { get; init; }

    [SortKey]
    public required string ContactId { get; init; }

    public required string FirstName { get; set; }

    public required string LastName { get; set; }

    public List<PhoneNumber> PhoneNumbers { get; set; } = [];

    public IDictionary<string, string> CustomFields { get; set; } = new Dictionary<string, string>();

    [DynamoIgnore]
    public bool IsSelected { get; set; }
}

/// <summary>A telephone number of a contact.</summary>
[DynamoMap, DynamoNaming(NamingPolicy.SnakeCase)]
public partial struct PhoneNumber
{
    /// <summary>Whether it is at home or at work.</summary>
    public string? Kind { get; set; }

    /// <summary>The number.</summary>
    public required string DialString { get; init; }
}
