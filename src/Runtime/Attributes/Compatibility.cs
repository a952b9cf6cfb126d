namespace DynamoToolkit;

/// <summary>A library whose items a type can share.</summary>
public enum Compatibility
{
    /// <summary>The object persistence model of the AWS SDK for .NET, <c>DynamoDBContext</c>, with its default conversion.</summary>
    DynamoDBContext,
}
