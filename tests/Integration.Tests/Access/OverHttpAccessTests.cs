using DynamoToolkit.Integration.Tests.Support;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>Every access with generated types, against the engine over HTTP.</summary>
public sealed class OverHttpAccessTests(OverHttp fixture) : AccessTests(fixture.Database), IClassFixture<OverHttp>;
