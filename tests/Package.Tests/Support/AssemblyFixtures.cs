using DynamoToolkit.Package.Tests.Support;

[assembly: AssemblyFixture(typeof(LocalFeed))]
