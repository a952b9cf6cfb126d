namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>One of the contents of a shipment.</summary>
[DynamoMap, DynamoType("book", AttributeName = "is")]
public sealed partial record Book(string Title, Version? Edition) : Content;
