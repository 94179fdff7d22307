using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace IntegrationHub.Storage.Migrations;

/// <summary>
/// The first schema, one for every engine: no column names its type, so that each engine maps the CLR type its own way.
/// SQLite cannot alter or drop later, so migrations only ever add.
/// </summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261122000000_Initial")]
public sealed partial class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateJournal(migrationBuilder);
        CreateSchools(migrationBuilder);
        CreatePupils(migrationBuilder);
        CreateMarks(migrationBuilder);
        CreateCasework(migrationBuilder);
        CreateCoverage(migrationBuilder);
    }

    /// <summary>A column that the engine numbers, on either engine.</summary>
    internal static OperationBuilder<AddColumnOperation> Identity(ColumnsBuilder table) =>
        table.Column<long>(nullable: false)
            .Annotation("Sqlite:Autoincrement", true)
            .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
}
