using System;
using DynamoToolkit;

namespace Corpus.Customers;

/// <summary>A customer; the keys are in another file.</summary>
[DynamoTable("customers")]
public sealed partial class Customer
{
    public required string Name { get; set; }

    [StringSyntax]
    public string? Phone { get; set; }

    public Consent Consent { get; set; } = new(false, null);
}

[DynamoMap]
public sealed partial record Consent(bool Newsletter, DateTimeOffset? GivenAt);

/// <summary>An attribute of the program, which means nothing to the library.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StringSyntaxAttribute : Attribute;
