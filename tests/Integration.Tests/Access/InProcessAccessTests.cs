using DynamoToolkit.Integration.Tests.Support;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>Every access with generated types, against the engine in this process.</summary>
public sealed class InProcessAccessTests(InProcess fixture) : AccessTests(fixture.Database), IClassFixture<InProcess>;
